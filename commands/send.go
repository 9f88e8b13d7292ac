package commands

// sendCommand saves what is suggested, and nothing else.
func sendCommand() Command { return savingCommand("send") }
