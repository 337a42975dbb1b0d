#!/usr/bin/env node
import module from 'node:module'
import v8 from 'node:v8'

// V8 11 (Node 20) optimizes early what is soon done with: a run over some reports takes two thirds of the time if it waits
if (process.versions.v8.startsWith('11.')) v8.setFlagsFromString('--interrupt-budget=540672')
// Compiled code is kept from start to start where Node can (22.1 and later)
module.enableCompileCache?.()
const { main } = await import('../dist/program/index.js')
process.exitCode = await main(process.argv.slice(2))
