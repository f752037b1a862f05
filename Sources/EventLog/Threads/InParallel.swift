/// Does the same with each element on a few threads at once and returns the results in the elements' order.
///
/// Work that waits for the disk most of the time goes well on more threads than there are processors.
package func inParallel<Element: Sendable, Value: Sendable>(
    _ elements: [Element],
    threads: Int = 8,
    _ body: @escaping @Sendable (Element) -> Value
) -> [Value] {
    guard elements.count > 1, threads > 1 else { return elements.map(body) }
    let work = ParallelWork<Element, Value>(elements)
    let threads = (0..<min(threads, elements.count)).map { number in
        WorkerThread(name: "vigil-work-\(number)") {
            while let index = work.takeIndex() { work.put(body(elements[index]), at: index) }
        }
    }
    for thread in threads { thread.join() }
    return work.values
}

private final class ParallelWork<Element: Sendable, Value: Sendable>: Sendable {
    private struct State: Sendable {
        var next = 0
        var values: [Value?]
    }

    private let state: Monitor<State>

    init(_ elements: [Element]) {
        state = Monitor(State(values: Array(repeating: nil, count: elements.count)))
    }

    func takeIndex() -> Int? {
        state.withLock { state in
            guard state.next < state.values.count else { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    func put(_ value: Value, at index: Int) {
        state.withLock { $0.values[index] = value }
    }

    /// Everything that was put, once every thread has ended.
    var values: [Value] { state.withLock { $0.values.compactMap(\.self) } }
}
