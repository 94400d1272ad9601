// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/tray.h"

#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/icons.h"
#include "kit/theme.h"
#include "shell/outside.h"

#include <QGuiApplication>
#include <QPainter>

#include <algorithm>

namespace shell {

using namespace std::chrono_literals;

namespace {

constexpr auto lookPace = 15s;
constexpr auto sampleTime = 5s;
constexpr std::chrono::milliseconds popUpTime = 10s;
constexpr std::chrono::milliseconds untilPressed = 0s;
constexpr std::ptrdiff_t mostAlerts = 5;
constexpr int mostCounted = 9;
constexpr std::array sides{16, 22, 24, 32, 48, 64};

QString figureOf(int count)
{
    return count > mostCounted ? QStringLiteral("%1+").arg(QLocale().toString(mostCounted))
                               : QLocale().toString(count);
}

/// Trays are dark or light as the desktop likes, not as the window: this can be told from both.
constexpr QRgb markColor = 0xff808690;
constexpr QRgb ringColor = 0xff202428;
constexpr int smallSide = 24;

QPixmap draw(const TrayFace &face, int side)
{
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect whole(0, 0, side, side);
    QPixmap mark(side, side);
    mark.fill(Qt::transparent);
    {
        QPainter inner(&mark);
        kit::icon(kit::Symbol::App, kit::Tone::Text).paint(&inner, whole);
        inner.setCompositionMode(QPainter::CompositionMode_SourceIn);
        inner.fillRect(whole, QColor::fromRgba(markColor));
    }
    painter.drawPixmap(0, 0, mark);
    if (!face.worst)
        return picture;
    const qreal badge = side * (side < smallSide ? 0.75 : 0.62);
    const QRectF corner(side - badge, side - badge, badge, badge);
    const qreal ring = side / 16.0;
    const QRectF inside = corner.adjusted(ring, ring, -ring, -ring);
    QPixmap shade(side, side);
    shade.fill(Qt::transparent);
    {
        QPainter inner(&shade);
        kit::paintShape(inner, corner, *face.worst);
        inner.setCompositionMode(QPainter::CompositionMode_SourceIn);
        inner.fillRect(whole, QColor::fromRgba(ringColor));
    }
    painter.drawPixmap(0, 0, shade);
    if (face.count <= 0) {
        kit::paintGlyph(painter, inside, *face.worst);
        return picture;
    }
    kit::paintShape(painter, inside, *face.worst);
    QFont font = QGuiApplication::font();
    font.setBold(true);
    font.setPixelSize(std::max(7, int(badge * (face.count > mostCounted ? 0.55 : 0.75))));
    painter.setFont(font);
    painter.setPen(kit::theme().status(*face.worst).mark);
    painter.drawText(inside, Qt::AlignCenter, figureOf(face.count));
    return picture;
}

} // namespace

Tray::Tray(client::Alerts &alerts, core::Clock &clock, std::function<bool()> isThere, QMenu &snooze,
           const QList<QAction *> &deeds, QObject *parent)
    : QObject(parent), m_alerts(alerts), m_clock(clock), m_isThere(std::move(isThere)),
      m_worst(new QMenu(tr("Open &alerts"), &m_menu))
{
    connect(m_menu.addAction(tr("Show &window")), &QAction::triggered, this, &Tray::windowWanted);
    m_menu.addMenu(m_worst);
    m_menu.addMenu(&snooze);
    m_menu.addActions(deeds);
    connect(&m_menu, &QMenu::aboutToShow, this, &Tray::fillAlerts);
    // A tray on D-Bus is told the menu before anybody opens it.
    connect(&alerts, &client::Alerts::changed, this, &Tray::fillAlerts);
    connect(&alerts, &client::Alerts::reset, this, &Tray::fillAlerts);
    fillAlerts();
    look();
    m_watch = m_clock.every(lookPace, [this] { look(); });
}

Tray::~Tray() = default;

void Tray::look()
{
    const bool isThere = m_isThere();
    if (isThere == isShown())
        return;
    if (!isThere) {
        m_icon.reset();
        Q_EMIT windowWanted(); // nothing else would bring it back
        return;
    }
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, &Tray::press);
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &Tray::pressPopUp);
    draw();
    m_icon->show();
}

bool Tray::say(const PopUp &popUp, const std::function<void()> &pressed)
{
    if (!m_icon || !QSystemTrayIcon::supportsMessages())
        return false;
    m_pressed = pressed;
    const auto time = popUp.isUrgent ? untilPressed : popUpTime;
    m_icon->showMessage(popUp.title, popUp.body,
                        popUp.isUrgent ? QSystemTrayIcon::Critical : QSystemTrayIcon::Information,
                        int(time.count()));
    return true;
}

void Tray::pressPopUp()
{
    if (const std::function<void()> pressed = std::exchange(m_pressed, {}))
        pressed();
}

void Tray::press(QSystemTrayIcon::ActivationReason reason)
{
    if (reason == QSystemTrayIcon::Trigger)
        Q_EMIT toggleWanted();
    else if (reason == QSystemTrayIcon::MiddleClick)
        Q_EMIT listWanted();
}

void Tray::setFace(const TrayFace &face)
{
    if (face == m_face)
        return;
    m_face = face;
    draw();
}

void Tray::showSample()
{
    m_sample = TrayFace{kit::Status::High, 3, tr("This is how Belfry tells you.")};
    m_sampleEnd = m_clock.after(sampleTime, [this] {
        m_firing = std::move(m_sampleEnd);
        m_sample.reset();
        draw();
    });
    draw();
}

void Tray::draw()
{
    if (!m_icon)
        return;
    const TrayFace &shown = m_sample ? *m_sample : m_face;
    m_icon->setIcon(iconOf(shown));
    m_icon->setToolTip(shown.words);
}

QIcon Tray::iconOf(const TrayFace &face)
{
    QIcon icon;
    for (const int side : sides)
        icon.addPixmap(shell::draw(face, side));
    return icon;
}

void Tray::fillAlerts()
{
    std::vector<const alerts::Alert *> worst;
    for (const alerts::Alert &alert : m_alerts.all()) {
        if (alert.state == alerts::AlertState::Open && alert.silencedBy.isEmpty() && m_alerts.isRoot(alert))
            worst.push_back(&alert);
    }
    const auto end = worst.begin() + std::min(mostAlerts, std::ssize(worst));
    std::partial_sort(worst.begin(), end, worst.end(), [](const auto *one, const auto *other) {
        return one->severity != other->severity ? one->severity > other->severity
                                                : one->raisedAt > other->raisedAt;
    });
    m_worst->clear();
    m_worst->setEnabled(!worst.empty());
    for (auto one = worst.begin(); one != end; ++one) {
        const kit::Status status = kit::statusOfSeverity((*one)->severity);
        const QString title = plainLine((*one)->title).replace(u'&', QStringLiteral("&&"));
        QAction *action = m_worst->addAction(
            kit::glyphIcon(status), tr("%1: %2", "severity and title").arg(kit::statusTitle(status), title));
        connect(action, &QAction::triggered, this, [this, id = (*one)->id] { Q_EMIT alertWanted(id); });
    }
    if (worst.empty())
        return;
    m_worst->addSeparator();
    connect(m_worst->addAction(tr("&All alerts")), &QAction::triggered, this, &Tray::listWanted);
}

} // namespace shell
