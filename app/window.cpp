// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/complaint.h"
#include "app/display.h"
#include "app/doorbell.h"
#include "app/enginethread.h"
#include "app/exitcode.h"
#include "app/headless.h"
#include "app/language.h"
#include "app/locallink.h"
#include "app/paths.h"
#include "app/signals.h"
#include "client/remotelink.h"
#include "client/signin.h"
#include "core/log.h"
#include "kit/theme.h"
#include "shell/desktop.h"
#include "shell/mainwindow.h"
#include "shell/signindialog.h"
#include "shell/trustdialog.h"
#ifdef QT_DBUS_LIB
#include "shell/dbusdesktop.h"
#endif

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTimer>

#include <cstdio>

namespace app {

using namespace std::chrono_literals;

namespace {
constexpr auto ringPatience = 2s;

QString windowText(const char *text) { return QCoreApplication::translate("Window", text); }

/// A file of the window's own, in the folder of the configuration.
QString settingsFile(const char *name)
{
    return QFileInfo(Paths::standard().config).path() + QLatin1Char('/') + QLatin1String(name);
}

/// Null where the desktop cannot be spoken to; the window says the same.
std::unique_ptr<shell::Desktop> makeDesktop()
{
#ifdef QT_DBUS_LIB
    return std::make_unique<shell::DBusDesktop>();
#else
    return nullptr;
#endif
}

shell::Options shellOptions(const Options &options, core::Clock &clock, shell::Desktop *desktop,
                            shell::Desktop *messages)
{
    const Paths paths = Paths::standard();
    QDir().mkpath(paths.state);
    shell::Options shell;
    shell.clock = &clock;
    shell.desktop = desktop;
    shell.messages = messages;
    shell.settingsFile = settingsFile("window.conf");
    shell.stateFile = paths.state + QStringLiteral("/window.ini");
    shell.version = options.engine.version;
    shell.theme = options.theme;
    shell.page = options.page;
    shell.place = options.place;
    shell.folders = {{windowText(QT_TRANSLATE_NOOP("Window", "Configuration")), paths.config},
                     {windowText(QT_TRANSLATE_NOOP("Window", "Data")), options.engine.dataDirectory},
                     {windowText(QT_TRANSLATE_NOOP("Window", "Window layout")), paths.state}};
    if (options.resetLayout)
        QFile::remove(shell.stateFile);
    return shell;
}

/// How a program ends that has rung; nothing: it does not, for nobody answered.
std::optional<int> endAfter(const RingAnswer &answer)
{
    switch (answer.kind) {
    case RingAnswer::Kind::Done:
        return Ok;
    case RingAnswer::Kind::Refused:
        tellStderr(answer.why);
        return Usage;
    case RingAnswer::Kind::Nobody:
    case RingAnswer::Kind::Silent:
        break;
    }
    return std::nullopt;
}

/// Window and server in one process.
class LocalWindow : public QObject
{
public:
    /// `wish` is for a window that has the directory by then; nothing: nobody is asked.
    LocalWindow(const Options &options, const std::optional<Wish> &wish, core::Clock &clock,
                core::Entropy &entropy)
        : m_options(options), m_wish(wish), m_clock(clock), m_entropy(entropy)
    {
    }

    void start()
    {
        m_engine = std::make_unique<EngineThread>(m_options.engine, m_clock, m_entropy);
        connect(m_engine.get(), &EngineThread::started, this,
                [this](const QStringList &urls, const QString &, const QString &note) { show(urls, note); });
        connect(m_engine.get(), &EngineThread::failed, this, &LocalWindow::giveUp);
        m_engine->start();
    }

    void stop()
    {
        m_doorbell.reset(); // before another may have the directory, and ring and listen there
        m_window.reset();
        m_link.reset();
        m_engine.reset();
    }

private:
    void show(const QStringList &urls, const QString &note)
    {
        qCInfo(logApp) << "serving" << urls;
        if (!note.isEmpty())
            qCWarning(logApp) << note;
        m_link = std::make_unique<LocalLink>(m_engine->engine(), m_clock);
        m_desktop = makeDesktop();
        m_messages = makeDesktop();
        m_window = std::make_unique<shell::MainWindow>(
            *m_link, shellOptions(m_options, m_clock, m_desktop.get(), m_messages.get()));
        m_window->show();
        m_doorbell = std::make_unique<Doorbell>([this](const Wish &wish) { return grant(wish); }, m_clock);
        const core::Result<void> open = m_doorbell->listen(Doorbell::pathFor(m_options.engine.dataDirectory));
        if (!open)
            qCWarning(logApp).noquote() << "links will not reach this window:" << open.error().message;
    }

    core::Result<void> grant(const Wish &wish)
    {
        if (!wish.page.isEmpty() && !m_window->showPage(wish.page)) {
            return core::Error{
                core::ErrorCode::NotFound,
                windowText(QT_TRANSLATE_NOOP("Window", "The window has no page \"%1\".")).arg(wish.page)};
        }
        if (wish.place)
            m_window->openPlace(*wish.place);
        m_window->summon(wish.token);
        return {};
    }

    void giveUp(const engine::StartFailure &failure)
    {
        m_engine.reset();
        // Whoever has the directory may be a window that was started a moment before this one.
        if (failure.kind == engine::StartFailure::Kind::Locked && m_wish) {
            const RingAnswer answer =
                ring(Doorbell::pathFor(m_options.engine.dataDirectory), *m_wish, ringPatience, true);
            if (const std::optional<int> exitCode = endAfter(answer))
                return QCoreApplication::exit(*exitCode);
        }
        if (failure.kind != engine::StartFailure::Kind::CorruptDatabase) {
            complain(failure.sentence);
        } else {
            tellStderr(failure.sentence);
            if (maySetAside(failure.sentence)) {
                m_options.engine.startEmpty = true;
                start();
                return;
            }
        }
        QCoreApplication::exit(exitCodeOf(failure));
    }

    Options m_options;
    std::optional<Wish> m_wish;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    std::unique_ptr<EngineThread> m_engine;
    std::unique_ptr<LocalLink> m_link;
    std::unique_ptr<shell::Desktop> m_desktop;  ///< outlives the window
    std::unique_ptr<shell::Desktop> m_messages; ///< likewise
    std::unique_ptr<shell::MainWindow> m_window;
    std::unique_ptr<Doorbell> m_doorbell;
};

core::Result<QString> passwordFrom(const QString &path)
{
    QFile file(path);
    const bool open =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    const QString password =
        open ? QString::fromUtf8(file.readLine(4096)).remove(u'\n').remove(u'\r') : QString();
    if (password.isEmpty()) {
        return core::Error{
            core::ErrorCode::Invalid,
            windowText(QT_TRANSLATE_NOOP("Window", "No password could be read from %1.")).arg(path)};
    }
    return password;
}

/// A window on another Belfry.
class RemoteWindow : public QObject
{
public:
    RemoteWindow(const Options &options, const client::ServerAddress &address, core::Clock &clock,
                 core::Entropy &entropy)
        : m_options(options), m_clock(clock), m_entropy(entropy),
          m_trust(client::KnownServers(settingsFile("servers.conf"))), m_signIn(address, m_trust, clock)
    {
        if (options.fingerprint)
            m_trust.expect(address, *options.fingerprint);
        // The dialog may be the last window and is not the end.
        QGuiApplication::setQuitOnLastWindowClosed(false);
    }

    void start()
    {
        if (m_options.passwordFile.isEmpty())
            ask();
        else
            signInByFile();
    }

    void stop()
    {
        m_dialog.reset();
        m_window.reset();
        m_link.reset();
    }

private:
    void ask()
    {
        m_dialog = std::make_unique<shell::SignInDialog>(m_signIn);
        m_dialog->setUser(m_options.userName);
        connect(m_dialog.get(), &QDialog::accepted, this, &RemoteWindow::show);
        connect(m_dialog.get(), &QDialog::rejected, this, [] { QCoreApplication::exit(SignInFailed); });
        m_dialog->open();
    }

    void signInByFile()
    {
        const core::Result<QString> password = passwordFrom(m_options.passwordFile);
        if (!password) {
            giveUp(password.error());
            return;
        }
        signIn(password.value());
    }

    void signIn(const QString &password)
    {
        m_signIn.signIn(m_options.userName, password)
            .then(this, [this, password](const core::Result<void> &done) {
                if (done)
                    show();
                else if (hasScreen() && m_trust.stranger())
                    askAboutStranger(password, done.error());
                else
                    giveUp(done.error());
            });
    }

    void askAboutStranger(const QString &password, const core::Error &otherwise)
    {
        auto *dialog = new shell::TrustDialog(m_trust, *m_trust.stranger());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, password] { signIn(password); });
        connect(dialog, &QDialog::rejected, this, [otherwise] { giveUp(otherwise); });
        dialog->open();
    }

    void show()
    {
        m_link =
            std::make_unique<client::RemoteLink>(m_signIn.address(), m_signIn, m_trust, m_clock, m_entropy);
        m_desktop = makeDesktop();
        m_messages = makeDesktop();
        shell::Options shell = shellOptions(m_options, m_clock, m_desktop.get(), m_messages.get());
        shell.signIn = &m_signIn;
        m_window = std::make_unique<shell::MainWindow>(*m_link, shell);
        m_link->open();
        m_window->show();
        QGuiApplication::setQuitOnLastWindowClosed(true);
    }

    static void giveUp(const core::Error &error)
    {
        complain(error.message);
        QCoreApplication::exit(SignInFailed);
    }

    const Options &m_options;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    client::Trust m_trust;
    client::SignIn m_signIn;
    std::unique_ptr<shell::SignInDialog> m_dialog;
    std::unique_ptr<client::RemoteLink> m_link;
    std::unique_ptr<shell::Desktop> m_desktop;  ///< outlives the window
    std::unique_ptr<shell::Desktop> m_messages; ///< likewise
    std::unique_ptr<shell::MainWindow> m_window;
};

/// Runs `window` until it, or a signal, ends the program.
template <class Window>
int runLoop(Window &window)
{
    QTimer::singleShot(0, &window, [&window] { window.start(); });
    const int exitCode = QCoreApplication::exec();
    window.stop();
    return exitCode;
}
} // namespace

int runWindow(const Options &options, int &argc, char **argv)
{
    std::optional<Wish> wish;
    if (options.mayJoin) {
        const QCoreApplication application(argc, argv);
        wish = Wish{options.place, options.askedPage, Wish::tokenOfDesktop()};
        const RingAnswer answer = ring(Doorbell::pathFor(options.engine.dataDirectory), *wish, ringPatience);
        if (const std::optional<int> exitCode = endAfter(answer))
            return *exitCode;
        if (answer.kind == RingAnswer::Kind::Silent)
            wish.reset();
    }
    const bool isChosen =
        !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
    std::optional<Display> display;
    if (!isChosen && !display.emplace(qEnvironmentVariable("DISPLAY")).isThere()) {
        std::fputs("belfry: No display found. Use --headless to run only the server.\n", stderr);
        return Usage;
    }
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    display.reset();
    QApplication::setApplicationDisplayName(QStringLiteral("Belfry"));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.belfry.Belfry"));
    installLanguage(application, options.language);
    kit::applyTheme(application, kit::ThemeKind::System);
    const Signals signals;
    QObject::connect(&signals, &Signals::endRequested, &application, &QCoreApplication::quit);
    core::SystemClock clock;
    core::SystemEntropy entropy;
    if (options.connectTo.isEmpty()) {
        LocalWindow window(options, wish, clock, entropy);
        return runLoop(window);
    }
    const core::Result<client::ServerAddress> address = client::readServerAddress(options.connectTo);
    if (!address) {
        complain(address.error().message);
        return Usage;
    }
    RemoteWindow window(options, address.value(), clock, entropy);
    return runLoop(window);
}

} // namespace app
