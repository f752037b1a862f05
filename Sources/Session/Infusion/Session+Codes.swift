extension Session {
    /// What is written on a container of this session.
    package func code(of container: DrugContainer) -> String { DrugContainer.code(of: container.name, in: id) }

    /// What the newest time-out read from a syringe; nil where there is none, or from before it was asked.
    package var timeoutReading: SyringeReading? {
        newest(.timeout) { body -> SyringeReading?? in
            guard case .timeoutConfirmed(_, let reading) = body else { return nil }
            return .some(reading)
        }?
        .value
    }
}
