export { findRegions, provinceOf, type Region, type RegionMention } from '../read/gazetteer.ts'
