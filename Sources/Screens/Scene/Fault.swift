/// Something wrong with the station that every screen shows until it is mended.
package struct Fault: Hashable, Sendable {
    /// Upper-case words that stand first: `NOT RECORDING DURABLY`, `STATION WAS OFF`.
    package var headline: String
    /// What happened and what to do.
    package var detail: String
    /// Whether it puts the record at risk, or is a remark.
    package var isGrave: Bool

    package init(headline: String, detail: String, isGrave: Bool) {
        self.headline = headline
        self.detail = detail
        self.isGrave = isGrave
    }
}
