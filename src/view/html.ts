const special: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  '\0': '\ufffd',
}

/** A text that HTML reads back as it was, in content and in attributes: <b> → &lt;b&gt; */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r\0]/g, (char) => special[char] ?? char)
}

/** Data for a page's script, which no `</script>` within it can end. */
export function embedJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
