// Loaded before the program: the call that FAULT names fails, as if the system had refused it.
// FAULT=writeFileSync:ENOSPC:3 the third such call of a thread · readSync:grow the file grows while it is read ·
// clock: no two looks at the clock agree
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [call = '', code = '', at = '1'] = (process.env.FAULT ?? '').split(':')
const place = process.env.FAULT_AT ?? ''
let count = 0

const refuse = () => {
  throw Object.assign(new Error(`${code}: injected`), { code })
}

/** The calls that count are about a file under FAULT_AT. */
const isMeant = (file) => String(file).includes(place) && ++count === Number(at)

function faulty(real) {
  return (...args) => (isMeant(args[0]) ? refuse() : real(...args))
}

if (call === 'clock') {
  const real = Date.now
  Date.now = () => real() + (Math.random() - 0.5) * 1e12
} else if (call === 'readSync') {
  const { openSync, readSync } = fs
  let growing = -1
  fs.openSync = (file, ...rest) => {
    const handle = openSync(file, ...rest)
    if (isMeant(file)) growing = handle
    return handle
  }
  fs.readSync = (handle, ...rest) => {
    if (handle === growing) fs.appendFileSync(place, '。')
    if (handle === growing) growing = -1
    return readSync(handle, ...rest)
  }
} else if (call.startsWith('handle.')) {
  const { open } = fs.promises
  const method = call.slice('handle.'.length)
  fs.promises.open = async (file, ...rest) => {
    const handle = await open(file, ...rest)
    if (isMeant(file)) {
      const real = handle[method].bind(handle)
      handle[method] = async (content, ...more) => {
        if (method === 'writeFile') await real(String(content).slice(0, 100), ...more)
        refuse()
      }
    }
    return handle
  }
} else if (call.startsWith('promises.')) {
  const method = call.slice('promises.'.length)
  const real = fs.promises[method]
  fs.promises[method] = async (...args) => (isMeant(args[0]) ? refuse() : real(...args))
} else if (call !== '') fs[call] = faulty(fs[call])
syncBuiltinESMExports()
