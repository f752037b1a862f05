/// Yes or no.
enum YesNo: String, FormAnswer {
    case yes, no
}
