// The test runner imports by its own means; this is Node's own import, which heeds `module.registerHooks`.
exports.importNatively = (url) => import(url)
