import ArgumentParser
import Streams

/// The world failing, as the command line says it: what happened, and what to do.
struct Failure: Error, CustomStringConvertible {
    let happened: String
    let cure: String

    init(_ happened: String, cure: String) {
        self.happened = happened
        self.cure = cure
    }

    var description: String { "\(happened): \(cure)" }
}

/// Runs a command's work; what it throws goes to stderr as `vigil: what happened: what to do`, with exit code 1.
func reporting(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let exit as ExitCode {
        throw exit
    } catch let error as StreamError where error.isReaderGone {
        throw ExitCode(1)
    } catch {
        complain("vigil: \(error)")
        throw ExitCode(1)
    }
}
