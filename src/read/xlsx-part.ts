import { Parser } from 'htmlparser2'

type Attributes = Readonly<Record<string, string>>

/** What to do at the tags of a part; names come without their prefix: x:row → row. */
export interface PartHandler {
  readonly open?: (name: string, attributes: Attributes) => void
  /** `text` is what stood between the last opening tag and here. */
  readonly close?: (name: string, text: string) => void
}

/** Walks an XML part of a workbook without making a tree of it; entities beyond the five of XML stay as they are. */
export function walkPart(xml: string, { open, close }: PartHandler): void {
  let text = ''
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        text = ''
        open?.(local(name), attributes)
      },
      ontext: (data) => {
        text += data
      },
      onclosetag: (name) => {
        close?.(local(name), text)
        text = ''
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
