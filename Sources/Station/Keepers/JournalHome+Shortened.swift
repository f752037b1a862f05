import Journal

extension JournalHome {
    /// A sentence with the paths of this home as they are within it: a banner has one line.
    func shortened(_ sentence: String) -> String { sentence.replacing(path + "/", with: "") }
}
