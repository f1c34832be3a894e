//! What the YAML parser says, in words for people who have never heard of YAML.

/// What the parser says, as an author needs to hear it: what is wrong, and what to do.
pub(super) fn in_plain_words(info: &str) -> (&'static str, &'static str) {
    let says = |word: &str| info.contains(word);
    if says("unprintable") || says("control character") {
        (
            "There is a character here that cannot be shown",
            "Delete this place and type it again; it probably came with a paste.",
        )
    } else if says("quote") || says("end of stream") && says("scalar") {
        (
            "A quotation mark is opened here and not closed",
            "Put the same quotation mark at the end of the value.",
        )
    } else if says("flow") || says("bracket") || says("',' or") {
        (
            "A bracket is opened and not closed, or closed and not opened",
            "Write the list over several lines instead, each beginning with \u{201c}- \u{201d}.",
        )
    } else if says("indent")
        || says("block mapping")
        || says("block sequence")
        || says("did not find expected")
    {
        (
            "This line is not in line with the lines around it",
            "Begin it exactly below the line that it belongs with, using spaces, two for each step.",
        )
    } else if says("mapping values") {
        (
            "There is a second colon in this value",
            "Put double quotes around the whole value.",
        )
    } else if says("recursion") {
        (
            "The facts are nested too deeply",
            "Put this text into the body of the page instead.",
        )
    } else if says("simple key") || says("expected ':'") {
        (
            "This line is no field: the colon after its name is missing, or a value goes on where it cannot",
            "Write a field as its name, a colon, a space and its value. A value over several lines starts with \u{201c}|\u{201d} behind the colon, its lines set in by two spaces.",
        )
    } else {
        (
            "This line cannot be understood",
            "Write a field as its name, a colon, a space and its value. Put double quotes around a value with unusual signs.",
        )
    }
}
