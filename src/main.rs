fn main() {
    let arg = std::env::args().nth(1).unwrap_or("security-guarantee".into());
    let session = if arg.contains('.') {
        counterpoise::session::Session::open(arg.as_ref()).unwrap()
    } else {
        counterpoise::session::Session::new(counterpoise::files::open_source(&arg).unwrap())
    };
    if let Err((why, _)) = counterpoise::app::run(session, None) {
        eprintln!("{why}");
    }
}
