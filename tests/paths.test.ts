import { win32 } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nameOf } from '../src/many/file-name.ts'
import { outputNames } from '../src/many/names.ts'
import { isWithin, sharedFolder, wayFrom } from '../src/many/paths.ts'

describe('paths, by the rules of Windows', () => {
  it.each([
    [['C:\\a\\2019', 'C:\\a\\2020'], 'C:\\a'],
    [['C:\\a', 'D:\\b'], 'C:\\'],
    [['C:\\报告', 'C:\\报告集'], 'C:\\'],
    [['\\\\server\\share\\a', 'D:\\b'], '\\\\server\\share\\'],
  ])('%j lie in one folder', (folders, shared) => {
    expect(sharedFolder(folders, win32)).toBe(shared)
  })

  it.each([
    ['C:\\out', 'C:\\out\\a.json', true],
    ['C:\\out', 'C:\\out', true],
    ['C:\\out', 'D:\\x', false],
    ['C:\\out', 'C:\\output', false],
    ['C:\\out', 'C:\\out\\..a', true],
    ['C:\\out', 'C:\\', false],
  ])('%s holds %s: %s', (folder, file, held) => {
    expect(isWithin(folder, file, win32)).toBe(held)
  })

  it('a way from another drive keeps its letter', () => {
    expect(wayFrom('C:\\报告', 'C:\\报告\\2020\\年报.txt', win32)).toBe('2020/年报.txt')
    expect(wayFrom('C:\\', 'D:\\报告\\年报.txt', win32)).toBe('D/报告/年报.txt')
  })
})

describe('names', () => {
  it('of files are bytes: UTF-8, GBK, or neither', () => {
    expect(nameOf(Buffer.from('年报.txt'))).toEqual({ name: '年报.txt', isText: true })
    expect(nameOf(Buffer.from('c4eab1a82e747874', 'hex'))).toEqual({ name: '年报.txt', isText: false })
    expect(nameOf(Buffer.from('ff2e747874', 'hex'))).toEqual({ name: '%FF.txt', isText: false })
  })

  it('of results are no names of folders', () => {
    expect(outputNames(['a.txt', 'a.json/b.txt'], '.json')).toEqual(['a.txt.json', 'a.json/b.json'])
  })
})
