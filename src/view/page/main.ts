import type { PageData } from '../page-data.ts'
import { byId } from './dom.ts'
import { startReview } from './review.ts'
import { startTable } from './table-page.ts'

const data = JSON.parse(byId('data').textContent ?? '') as PageData
document.documentElement.classList.add('has-script')
if (data.kind === 'review') startReview(data)
else startTable(data)
