export { assignSector, catchAll, type Place, type SectorOfClaim } from './assign.ts'
export { builtInFile, builtInTaxonomy, loadTaxonomy, readTextFile } from './taxonomy.ts'
export { extendTaxonomy, readSectors, readTaxonomy } from './taxonomy-file.ts'
