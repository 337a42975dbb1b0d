import { describe, expect, it } from 'vitest'
import { segment } from '../src/tokens/segment.ts'

describe('segment', () => {
  it('keeps the terms of the field whole', () => {
    expect(segment(['新认证三品一标503个'])[0]).toContainEqual({ text: '三品一标', tag: 'n' })
  })
})
