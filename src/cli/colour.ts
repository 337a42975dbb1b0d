import { Chalk, type ChalkInstance, type ColorSupportLevel, supportsColor } from 'chalk'

/** Colours for a stream: on a terminal only, off with NO_COLOR, on with FORCE_COLOR. */
export function coloursFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): ChalkInstance {
  return new Chalk({ level: levelFor(stream, env) })
}

function levelFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): ColorSupportLevel {
  const { FORCE_COLOR: force, NO_COLOR: no } = env
  if (force !== undefined) return force === '2' ? 2 : force === '3' ? 3 : force === '0' || force === 'false' ? 0 : 1
  if (no !== undefined && no !== '') return 0
  return stream.isTTY === true && supportsColor !== false ? supportsColor.level : 0
}
