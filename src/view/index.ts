export { type Reviewed, reviewPage } from './review.ts'
