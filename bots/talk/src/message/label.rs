//! Labels of buttons.

/// A title that fits on a button.
pub(crate) fn label(title: &str) -> String {
    const LABEL_MAX: usize = 60;
    if title.chars().count() <= LABEL_MAX {
        return title.to_owned();
    }
    title.chars().take(LABEL_MAX - 1).chain(['…']).collect()
}
