extension DiskState {
    /// One of the states a power cut may leave; each name not yet synced may or may not be there.
    func afterPowerCut(using choices: inout some CrashChoices) -> DiskState {
        var next = self
        next.endProcess()
        for number in inodes.keys.sorted() {
            next.inodes[number] = inodes[number]?.afterPowerCut(using: &choices)
        }
        for path in directories.keys.sorted() {
            guard let directory = directories[path] else { continue }
            var names = directory.durable
            for change in directory.pending where choices.pick(2) == 0 {
                for (name, node) in change { names[name] = node }
            }
            next.directories[path] = Directory(current: names, durable: names)
        }
        next.dropUnreachable()
        return next
    }

    /// The next process finds all that was written, durable or not, and no locks.
    func afterKill() -> DiskState {
        var next = self
        next.endProcess()
        return next
    }

    private mutating func dropUnreachable() {
        for path in directories.keys.sorted() where path != "/" {
            let (parent, name) = Self.split(path)
            if directories[parent]?.current[name] != .directory { directories[path] = nil }
        }
    }
}
