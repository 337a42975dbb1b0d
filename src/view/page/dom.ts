type Child = Node | string | null
type Attributes = Readonly<Record<string, string | number | boolean | null | ((event: never) => void)>>

/** An element; texts become text nodes, never markup: h('button', { class: 'go', onclick: run }, '采纳') */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value as EventListener)
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? '' : String(value))
  }
  element.append(...children.flat().filter((child) => child !== null))
  return element
}

/** The element of the page's own frame with this id. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`the page has no #${id}`)
  return element
}

/** A text as it may be shown anywhere: marks that turn the direction of writing are spelled out. */
export function plain(text: string): string {
  return text.replace(
    /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `⟨U+${char.charCodeAt(0).toString(16).toUpperCase()}⟩`,
  )
}
