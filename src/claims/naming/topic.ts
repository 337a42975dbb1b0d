import type { Word } from '../../tokens/segment.ts'
import type { Draft } from '../draft.ts'
import type { Run, Taken } from '../mentions/runs.ts'
import type { Phrase } from './noun-phrase.ts'

/** A run with the pattern that took it and the words that it needs. */
export interface Framed {
  readonly run: Run
  readonly taken: Taken
  /** Of what stands before the number, without what the change is against. */
  readonly before: readonly Word[]
  readonly behind: readonly Word[]
  /** What the clause before names, where it holds no number. */
  readonly lead: () => Phrase
}

/** What sentences so far have spoken of; carried from clause to clause of a paragraph. */
export interface Topic {
  /** The claims of the run before. */
  readonly last: readonly Draft[]
  /** The claims of the sentence so far. */
  readonly recent: readonly Draft[]
  readonly label: string
  /** Of the paragraph's clause before: 经济总量 of 经济总量连续跨过3个台阶. */
  readonly subject: string
}

export const noTopic: Topic = { last: [], recent: [], label: '', subject: '' }

/** What the numbers of a run are of, and where that was found. */
export interface Names {
  readonly indicators: readonly string[]
  readonly named: Draft['named']
  readonly of?: Draft
}

/** 目标85万户，实际完成87.63万户: of what the heading names. */
export const goal = /^(?:年度|控制|工作|全年)?(?:目标|计划|实际|实绩|任务)(?:值|数|新增|完成|情况)?$/

/** 日均25列: so many of what was named. */
export const perUnit = /^(?:日均|户均|人均|月均|年均|亩均|平均)$/
/** 平均每天新设4.9万户: the name says nothing of it. */
export const perTime = /^(?:平均)?每(?:天|日|月|年|周|立方米|平方米|千人|万人)$/

/** What a clause is about, without what it says of it: 市场经营主体增量提质 → 市场经营主体. */
export const topicOf = (name: string): string =>
  name
    .replace(/^[对为在从将把给由](?=.{2})|^(?:特别是|尤其是)?受.{2,12}影响(?:较大|最大|严重)?的/, '')
    .replace(
      /(?<=.{4})(?:扩大|缩小|提高|提升|下降|上升|增强|好转)$|(?<=.{2})(?:创历史|创新高|再创|实现|取得|不断|持续|发展势头|产业发展|稳步|快速|强势|迅速|加速|逐[年步]|明显|显著|进一步|再上|同比|增[幅速]|与[^，]{2,6}持平|增量提质|提质|扩面|大幅|首次|迈[上入]|问题|涨得|差一些|得分最).*$/,
      '',
    )
