//! A browser without a window, driven over the protocol of <https://www.w3.org/TR/webdriver2/>.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// Chromium and its driver; both end when this is dropped.
#[derive(Debug)]
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

impl Browser {
    pub fn start() -> Self {
        let missing = "scripts/test installs what is missing (Debian: chromium chromium-driver)";
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("chromedriver does not start ({error}); {missing}"));
        let lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = |line: String| line.split_once("on port ")?.1.trim_end_matches('.').parse().ok();
        let port =
            lines.map_while(Result::ok).filter_map(port).find(|port| *port != 0).expect("the driver says its port");
        let mut browser = Self { driver, port, session: String::new() };
        let arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
        let created = browser.ask(
            "POST",
            "/session",
            &json!({"capabilities": {"alwaysMatch": {
                "goog:chromeOptions": {"args": arguments},
                "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
            }}}),
        );
        let session = created["sessionId"].as_str().unwrap_or_else(|| panic!("no browser: {created}; {missing}"));
        session.clone_into(&mut browser.session);
        // Whatever a page is not allowed to do is written down before its own script runs.
        let watch = "window.faults = []; \
            addEventListener('securitypolicyviolation', (e) => faults.push(`policy: ${e.violatedDirective} ${e.blockedURI}`)); \
            addEventListener('error', (e) => faults.push(`error: ${e.message}`)); \
            window.alert = window.confirm = window.prompt = () => faults.push('a hostile name ran');";
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": watch}));
        browser
    }

    /// Opens the page in a file, and waits until its script has run.
    pub fn open(&self, file: &Path) {
        self.command("url", &json!({"url": format!("file://{}", file.display())}));
        assert_eq!(self.run("return document.documentElement.dataset.ready", &json!([])), "yes", "{:?}", self.faults());
    }

    /// What went wrong on the page since it was opened.
    pub fn faults(&self) -> Value {
        self.run("return faults", &json!([]))
    }

    /// Runs the body of a function in the page; it may return a promise.
    pub fn run(&self, script: &str, arguments: &Value) -> Value {
        self.command("execute/sync", &json!({"script": script, "args": arguments}))
    }

    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.command("goog/cdp/execute", &json!({"cmd": command, "params": parameters}))
    }

    pub fn size(&self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 720});
        self.devtools("Emulation.setDeviceMetricsOverride", &size);
    }

    pub fn color_scheme(&self, scheme: &str) {
        let feature = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.devtools("Emulation.setEmulatedMedia", &json!({"features": feature}));
    }

    /// Presses keys, those with a name by their code in the standard; `held` stays down meanwhile.
    pub fn keys(&self, held: Option<char>, keys: &[char]) {
        let press = |key: char| [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})];
        let mut actions: Vec<Value> = held.map(|key| json!({"type": "keyDown", "value": key})).into_iter().collect();
        actions.extend(keys.iter().copied().flat_map(press));
        actions.extend(held.map(|key| json!({"type": "keyUp", "value": key})));
        self.command("actions", &json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]}));
    }

    /// Presses the mouse at one place of the window, moves it to another, and lets go.
    pub fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let go = |(x, y): (f64, f64)| json!({"type": "pointerMove", "duration": 0, "x": x.round(), "y": y.round()});
        let button = |kind: &str| json!({"type": kind, "button": 0});
        let actions = [go(from), button("pointerDown"), go(to), button("pointerUp")];
        let mouse =
            json!({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions});
        self.command("actions", &json!({"actions": [mouse]}));
    }

    /// The addresses that were asked for since the last call.
    pub fn requests(&self) -> Vec<String> {
        let log = self.command("se/log", &json!({"type": "performance"}));
        let address = |entry: &Value| {
            let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let is_request = message["message"]["method"] == "Network.requestWillBeSent";
            is_request.then(|| message["message"]["params"]["request"]["url"].as_str().map(str::to_owned))?
        };
        log.as_array().unwrap().iter().filter_map(address).collect()
    }

    fn command(&self, command: &str, body: &Value) -> Value {
        self.ask("POST", &format!("/session/{}/{command}", self.session), body)
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the driver listens");
        stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
        let body = body.to_string();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        for line in reader.by_ref().lines() {
            let line = line.expect("the driver answers").to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            length = line.strip_prefix("content-length:").map_or(length, |text| text.trim().parse().unwrap());
        }
        let mut answer = vec![0; length];
        reader.read_exact(&mut answer).expect("the whole answer");
        let mut answer: Value = serde_json::from_slice(&answer).expect("JSON");
        let value = answer["value"].take();
        assert!(value.get("error").is_none_or(Value::is_null), "{path}: {value}");
        value
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() && !std::thread::panicking() {
            self.ask("DELETE", &format!("/session/{}", self.session), &json!({}));
        }
        // The driver takes its browser along.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
