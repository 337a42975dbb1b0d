/** What keys do on a page with a table; letters count only where nothing is being typed. */
export interface Keys {
  readonly move: (step: number) => void
  readonly page: (step: number) => void
  readonly ends: (step: number) => void
  readonly open: () => void
  readonly accept?: () => void
  readonly reject?: () => void
  readonly edit?: () => void
  readonly undo?: () => void
  readonly search: () => void
  readonly close: () => void
  readonly help: () => void
}

/** j k ↑ ↓ PageUp PageDown Home End, Enter, a r e u, / ? Esc */
export function listenToKeys(keys: Keys): void {
  const letters: Readonly<Record<string, (() => void) | undefined>> = {
    j: () => keys.move(1),
    k: () => keys.move(-1),
    a: keys.accept,
    r: keys.reject,
    e: keys.edit,
    u: keys.undo,
    '/': keys.search,
    '?': keys.help,
  }
  const inTable: Readonly<Record<string, () => void>> = {
    ArrowDown: () => keys.move(1),
    ArrowUp: () => keys.move(-1),
    PageDown: () => keys.page(1),
    PageUp: () => keys.page(-1),
    Home: () => keys.ends(-1),
    End: () => keys.ends(1),
    Enter: keys.open,
  }
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey) return
    const run = actionOf(event)
    if (run === undefined) return
    event.preventDefault()
    run()
  })

  function actionOf({ key, ctrlKey, metaKey, target }: KeyboardEvent): (() => void) | undefined {
    const element = target instanceof Element ? target : document.body
    const isTyping = element.closest('input:not([type=checkbox]), textarea, select') !== null
    if (key === 'Escape') return element.closest('dialog') === null ? keys.close : undefined
    if (ctrlKey || metaKey) return key === 'z' && !isTyping ? keys.undo : undefined
    if (isTyping || element.closest('dialog') !== null) return undefined
    if (element.closest('[role=grid]') !== null && element.closest('button') === null && inTable[key] !== undefined)
      return inTable[key]
    return letters[key.toLowerCase()]
  }
}
