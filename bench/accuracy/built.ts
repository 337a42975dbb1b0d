import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A module as it was built, beside its dictionary: what is measured is what is shipped. */
export const built = (file: string): Promise<unknown> => import(pathToFileURL(resolve('dist', file)).href)
