// Runs before every module. zod's faster parsers are made by evaluating text, which the page's policy refuses: they are
// switched off before it tries.
globalThis.__zod_globalConfig = { jitless: true }
