console.log("cli", process.argv)
