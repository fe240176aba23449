//! The presets as part of the program.

use counterpoise::files::{self, Format, presets};

#[test]
fn all_presets_load_and_stay_the_same_when_saved() {
    assert_eq!(presets::ALL[0].id, "security-guarantee");
    for preset in presets::ALL {
        let document = preset.document().unwrap_or_else(|error| panic!("{}: {error}", preset.id));
        for format in [Format::Ron, Format::Json] {
            let text = files::to_string(&document, format).unwrap();
            assert_eq!(crate::parse(&text, format), document, "{}", preset.id);
        }
    }
}

#[test]
fn every_file_among_the_presets_is_embedded() {
    let directory = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("presets");
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        let id = path.file_stem().unwrap().to_str().unwrap();
        assert_eq!(presets::find(id).unwrap().document().unwrap(), files::load(&path).unwrap());
    }
}
