package commands

// All returns every command, in the order in which they are listed.
func All() []Command {
	return []Command{
		actorCommand(),
		eventCommand(),
		reformCommand(),
		askCommand(),
		searchCommand(),
		summarizeCommand(),
		timelineCommand(),
		quoteCommand(),
		sourcesCommand(),
		helpCommand(),
		aboutCommand(),
		quotationsCommand(),
		relatedCommand(),
		contextCommand(),
		likeCommand(),
		importCommand(),
		exportCommand(),
		coverageCommand(),
		pasteCommand(),
		editCommand(),
		addCommand(),
		suggestCommand(),
		claimsCommand(),
		fillCommand(),
		draftCommand(),
		keepCommand(),
		rewordCommand(),
		cancelCommand(),
	}
}
