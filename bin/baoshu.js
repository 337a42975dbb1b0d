#!/usr/bin/env node
import module from 'node:module'

// Compiled code is kept from start to start where Node can (22.1 and later)
module.enableCompileCache?.()
const { main } = await import('../dist/program/index.js')
process.exitCode = await main(process.argv.slice(2))
