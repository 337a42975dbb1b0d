import type { Words } from '../words.ts'
import { h } from './dom.ts'

/** What the keys do; all of them, or those that a page has. */
export function keysDialog(words: Words, only?: readonly string[]): HTMLDialogElement {
  const rows = [
    ['J / K', words.keyMove],
    ['Enter', words.keyOpen],
    ['A', words.keyAccept],
    ['R', words.keyReject],
    ['E', words.keyEdit],
    ['U', words.keyUndo],
    ['/', words.keySearch],
    ['Esc', words.keyClose],
    ['?', words.keyHelp],
  ]
    .filter(([name = '']) => only?.includes(name) ?? true)
    .flatMap(([name, what]) => [h('dt', {}, h('kbd', {}, name ?? '')), h('dd', {}, what ?? '')])
  const dialog = h('dialog', { class: 'keys', 'aria-label': words.keys })
  dialog.append(
    h('h2', {}, words.keys),
    h('dl', {}, rows),
    h('form', { method: 'dialog' }, h('button', { class: 'primary' }, words.close)),
  )
  return dialog
}
