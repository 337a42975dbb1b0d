export { assignSector, catchAll, type Place, type SectorOfClaim } from './assign.ts'
export { builtInFile, builtInTaxonomy, loadTaxonomy, readTextFile } from './taxonomy.ts'
export { extendTaxonomy, readSectors, readTaxonomy } from './taxonomy-file.ts'
export {
  type Entries,
  entriesOf,
  formOf,
  itemsOf,
  listsOf,
  type PlacedText,
  parseYaml,
  textOf,
  textsOf,
  type YamlSource,
} from './yaml-source.ts'
