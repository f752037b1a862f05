import CSQLite

/// The same lines in a database that is as careful as a log: write-ahead, a flush for each transaction, one row each.
final class SQLiteLog {
    private var database: OpaquePointer?
    private var insertion: OpaquePointer?

    init(at path: String) throws(BenchmarkError) {
        try check(sqlite3_open(path, &database), "open \(path)")
        try run("PRAGMA journal_mode=WAL")
        try run("PRAGMA synchronous=FULL")
        try run("CREATE TABLE log (session INTEGER, n INTEGER, line BLOB, PRIMARY KEY (session, n)) WITHOUT ROWID")
        try check(
            sqlite3_prepare_v2(database, "INSERT INTO log VALUES (?, ?, ?)", -1, &insertion, nil),
            "prepare the insertion"
        )
    }

    deinit { close() }

    /// Inserts one row in a transaction of its own; it is on disk on return.
    func append(_ line: [UInt8], session: Int, number: Int) throws(BenchmarkError) {
        sqlite3_bind_int64(insertion, 1, Int64(session))
        sqlite3_bind_int64(insertion, 2, Int64(number))
        // The bytes outlive the step, so SQLite need not copy them: a nil destructor says so.
        let code = line.withUnsafeBytes { bytes in
            sqlite3_bind_blob(insertion, 3, bytes.baseAddress, Int32(bytes.count), nil)
            return sqlite3_step(insertion)
        }
        sqlite3_reset(insertion)
        guard code == SQLITE_DONE else { throw failure("insert") }
    }

    /// The rows it holds.
    func count() throws(BenchmarkError) -> Int {
        var query: OpaquePointer?
        try check(sqlite3_prepare_v2(database, "SELECT count(*) FROM log", -1, &query, nil), "prepare the count")
        defer { sqlite3_finalize(query) }
        guard sqlite3_step(query) == SQLITE_ROW else { throw failure("count") }
        return Int(sqlite3_column_int64(query, 0))
    }

    func close() {
        sqlite3_finalize(insertion)
        sqlite3_close(database)
        (insertion, database) = (nil, nil)
    }

    private func run(_ statement: String) throws(BenchmarkError) {
        try check(sqlite3_exec(database, statement, nil, nil, nil), statement)
    }

    private func check(_ code: Int32, _ what: String) throws(BenchmarkError) {
        guard code == SQLITE_OK else { throw failure(what) }
    }

    private func failure(_ what: String) -> BenchmarkError {
        .failed("SQLite did not \(what): \(String(cString: sqlite3_errmsg(database)))")
    }
}
