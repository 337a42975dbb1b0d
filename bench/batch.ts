import { generateFolder } from '../tests/generate.ts'

generateFolder(process.argv[2] ?? '', Number(process.argv[3]))
