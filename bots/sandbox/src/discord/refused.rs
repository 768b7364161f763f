//! Refusals, in the form of Discord's API.

use serde_json::{Value, json};

/// Why Discord says no.
#[derive(Debug)]
pub struct Refused {
    pub status: u16,
    pub code: u64,
    pub message: String,
    /// Field errors, of an invalid form body.
    pub errors: Option<Value>,
}

impl Refused {
    /// A refusal with a code of Discord's list.
    pub fn new(status: u16, code: u64, message: &str) -> Refused {
        Refused { status, code, message: message.to_owned(), errors: None }
    }

    /// 50035, naming the field, such as `embeds.0.title`.
    pub fn form(field: &str, code: &str, message: &str) -> Refused {
        let mut errors = json!({"_errors": [{"code": code, "message": message}]});
        for name in field.split('.').rev() {
            errors = json!({ name: errors });
        }
        let errors = Some(errors);
        Refused { status: 400, code: 50_035, message: "Invalid Form Body".to_owned(), errors }
    }

    /// 50035, for a text of the wrong length.
    pub fn length(field: &str, min: usize, max: usize) -> Refused {
        let words = format!("Must be between {min} and {max} in length.");
        Refused::form(field, "BASE_TYPE_BAD_LENGTH", &words)
    }

    /// 404 for a route that does not exist.
    pub fn not_known() -> Refused {
        Refused::new(404, 0, "404: Not Found")
    }

    /// The body of the answer.
    pub fn body(&self) -> Value {
        let mut body = json!({"message": self.message, "code": self.code});
        if let Some(errors) = &self.errors {
            body["errors"] = errors.clone();
        }
        body
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_error_names_its_field() {
        let body = Refused::length("embeds.0.title", 1, 256).body();
        assert_eq!(body["code"], 50_035);
        let error = &body["errors"]["embeds"]["0"]["title"]["_errors"][0];
        assert_eq!(error["code"], "BASE_TYPE_BAD_LENGTH");
    }
}
