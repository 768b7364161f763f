//! The limits of buttons, selects and text inputs.

use serde_json::Value;
use std::collections::HashSet;

use crate::discord::refused::Refused;

const ROWS_MAX: usize = 5;
const BUTTONS_MAX: usize = 5;
const OPTIONS_MAX: usize = 25;
/// The most options that one select lets people choose.
const VALUES_MAX: u64 = 25;

/// Says what is wrong with one component.
pub fn required(at: &str) -> Refused {
    Refused::form(at, "BASE_TYPE_REQUIRED", "This field is required")
}

/// Checks that a text is there and not too long.
pub fn check_text(at: &str, text: &Value, min: usize, max: usize) -> Result<(), Refused> {
    let Some(text) = text.as_str() else {
        return if min == 0 { Ok(()) } else { Err(required(at)) };
    };
    let length = text.chars().count();
    if (min..=max).contains(&length) { Ok(()) } else { Err(Refused::length(at, min, max)) }
}

/// Checks the rows of a message.
pub fn check_rows(components: &Value) -> Result<(), Refused> {
    let rows = components.as_array().map(Vec::as_slice).unwrap_or_default();
    if rows.len() > ROWS_MAX {
        let words = format!("Must be {ROWS_MAX} or fewer in length.");
        return Err(Refused::form("components", "BASE_TYPE_MAX_LENGTH", &words));
    }
    let mut taken = HashSet::new();
    for (place, row) in rows.iter().enumerate() {
        let at = format!("components.{place}");
        if row["type"] != 1 {
            let words = "Value of field \"type\" must be one of (1,).";
            return Err(Refused::form(&format!("{at}.type"), "UNION_TYPE_CHOICES", words));
        }
        check_row(&at, row, &mut taken)?;
    }
    Ok(())
}

fn check_row<'a>(at: &str, row: &'a Value, taken: &mut HashSet<&'a str>) -> Result<(), Refused> {
    let components = row["components"].as_array().map(Vec::as_slice).unwrap_or_default();
    let at = format!("{at}.components");
    if components.is_empty() || components.len() > BUTTONS_MAX {
        let words = format!("Must be between 1 and {BUTTONS_MAX} in length.");
        return Err(Refused::form(&at, "BASE_TYPE_BAD_LENGTH", &words));
    }
    if components.len() > 1 && components.iter().any(|component| component["type"] != 2) {
        let words = "A row holds either buttons or one select.";
        return Err(Refused::form(&at, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", words));
    }
    for (place, component) in components.iter().enumerate() {
        let at = format!("{at}.{place}");
        match component["type"].as_u64() {
            Some(2) => check_button(&at, component)?,
            Some(3) => check_select(&at, component)?,
            Some(5..=8) => check_text(&format!("{at}.custom_id"), &component["custom_id"], 1, 100)?,
            Some(_) | None => {
                let words = "Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).";
                return Err(Refused::form(&format!("{at}.type"), "UNION_TYPE_CHOICES", words));
            }
        }
        if let Some(custom_id) = component["custom_id"].as_str()
            && !taken.insert(custom_id)
        {
            let words = "Component custom id cannot be duplicated";
            let field = format!("{at}.custom_id");
            return Err(Refused::form(&field, "COMPONENT_CUSTOM_ID_DUPLICATED", words));
        }
    }
    Ok(())
}

fn check_button(at: &str, button: &Value) -> Result<(), Refused> {
    check_text(&format!("{at}.label"), &button["label"], 0, 80)?;
    let labelled = button["label"].as_str().is_some_and(|label| !label.is_empty());
    if !labelled && button["emoji"].is_null() {
        return Err(required(&format!("{at}.label")));
    }
    if !button["custom_id"].is_null() && !button["url"].is_null() {
        let words = "A custom id and url cannot both be specified";
        let code = "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE";
        return Err(Refused::form(&format!("{at}.custom_id"), code, words));
    }
    match button["style"].as_u64() {
        Some(1..=4) => check_text(&format!("{at}.custom_id"), &button["custom_id"], 1, 100),
        Some(5) => {
            check_text(&format!("{at}.url"), &button["url"], 1, 512)?;
            let url = button["url"].as_str().unwrap_or_default();
            if ["http://", "https://", "discord://"].iter().any(|scheme| url.starts_with(scheme)) {
                return Ok(());
            }
            let words = "Scheme must be one of ('discord', 'http', 'https').";
            Err(Refused::form(&format!("{at}.url"), "URL_TYPE_INVALID_SCHEME", words))
        }
        Some(_) | None => {
            let words = "Value must be one of {1, 2, 3, 4, 5, 6}.";
            Err(Refused::form(&format!("{at}.style"), "BASE_TYPE_CHOICES", words))
        }
    }
}

fn check_select(at: &str, select: &Value) -> Result<(), Refused> {
    check_text(&format!("{at}.custom_id"), &select["custom_id"], 1, 100)?;
    check_text(&format!("{at}.placeholder"), &select["placeholder"], 0, 150)?;
    let (least, most) = (select["min_values"].as_u64(), select["max_values"].as_u64());
    let (least, most) = (least.unwrap_or(1), most.unwrap_or(1));
    if most == 0 || most > VALUES_MAX || least > VALUES_MAX {
        let words = format!("int value should be between 0 and {VALUES_MAX}.");
        return Err(Refused::form(&format!("{at}.max_values"), "NUMBER_TYPE_RANGE", &words));
    }
    let options = select["options"].as_array().map(Vec::as_slice).unwrap_or_default();
    if options.is_empty() || options.len() > OPTIONS_MAX {
        return Err(Refused::length(&format!("{at}.options"), 1, OPTIONS_MAX));
    }
    let mut values = HashSet::new();
    for (place, option) in options.iter().enumerate() {
        let at = format!("{at}.options.{place}");
        check_text(&format!("{at}.label"), &option["label"], 1, 100)?;
        check_text(&format!("{at}.value"), &option["value"], 1, 100)?;
        check_text(&format!("{at}.description"), &option["description"], 0, 100)?;
        if !values.insert(option["value"].as_str()) {
            let words = "The specified option value is already used";
            let field = format!("{at}.value");
            return Err(Refused::form(&field, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", words));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn button(custom_id: &str) -> Value {
        json!({"type": 2, "style": 1, "label": "Go", "custom_id": custom_id})
    }

    fn row(components: Vec<Value>) -> Value {
        json!({"type": 1, "components": components})
    }

    #[test]
    fn five_buttons_fit_in_a_row_and_six_do_not() {
        let buttons = |count: usize| {
            let ids = (0..count).map(|number| button(&number.to_string()));
            json!([row(ids.collect())])
        };
        assert!(check_rows(&buttons(5)).is_ok());
        assert!(check_rows(&buttons(6)).is_err());
    }

    #[test]
    fn six_rows_are_too_many() {
        let rows: Vec<Value> = (0..6).map(|n| row(vec![button(&n.to_string())])).collect();
        assert!(check_rows(&json!(rows)).is_err());
    }

    #[test]
    fn a_custom_id_may_not_occur_twice() {
        let refused = check_rows(&json!([row(vec![button("a"), button("a")])])).expect_err("twice");
        let error = &refused.errors.expect("errors")["components"]["0"]["components"]["1"];
        assert_eq!(error["custom_id"]["_errors"][0]["code"], "COMPONENT_CUSTOM_ID_DUPLICATED");
    }

    #[test]
    fn a_link_has_no_custom_id() {
        let mut link = json!({"type": 2, "style": 5, "label": "Go", "url": "https://a.example"});
        assert!(check_rows(&json!([row(vec![link.clone()])])).is_ok());
        link["custom_id"] = json!("a");
        assert!(check_rows(&json!([row(vec![link])])).is_err());
        let mut other = button("a");
        other["url"] = json!("https://a.example");
        assert!(check_rows(&json!([row(vec![other])])).is_err());
    }

    #[test]
    fn a_select_has_at_most_25_options() {
        let select = |count: usize| {
            let option = |n: usize| json!({"label": "L", "value": n.to_string()});
            let options: Vec<Value> = (0..count).map(option).collect();
            json!([row(vec![json!({"type": 3, "custom_id": "s", "options": options})])])
        };
        assert!(check_rows(&select(25)).is_ok());
        assert!(check_rows(&select(26)).is_err());
    }

    #[test]
    fn a_select_lets_people_choose_1_to_25() {
        let select = |most: u64| {
            let options = json!([{"label": "L", "value": "v"}]);
            let select =
                json!({"type": 3, "custom_id": "s", "options": options, "max_values": most});
            json!([row(vec![select])])
        };
        assert!(check_rows(&select(25)).is_ok());
        assert!(check_rows(&select(0)).is_err());
        assert!(check_rows(&select(26)).is_err());
    }
}
