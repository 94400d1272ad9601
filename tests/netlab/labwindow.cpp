// SPDX-License-Identifier: GPL-3.0-or-later
// labwindow FOLDER DEVICES PICTURE: a window on the server of BELFRY_URL, for the bearer of BELFRY_TOKEN.
// Once its map has so many devices, writes the map in every form it is exported in, and pictures of its
// pages, into the folder. The pictures begin with that word.
#include "devices/devicespage.h"
#include "network/graphexport.h"
#include "network/mappage.h"
#include "network/mapview.h"
#include "network/pictureexport.h"
#include "support/servedwindow.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QTimer>

#include <cstdio>

namespace {
constexpr QSize size(1366, 768);
constexpr int patience = 60'000; // ms

bool write(const QDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

bool exportMap(const QDir &folder, network::Plan &plan, const QDateTime &now)
{
    using network::Overlay;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    network::mapImage(plan.board(), Overlay::Status, now, 1).save(&buffer, "PNG");
    return write(folder, QStringLiteral("map.png"), png) &&
           write(folder, QStringLiteral("map.svg"), network::mapSvg(plan.board(), Overlay::Status, now)) &&
           write(folder, QStringLiteral("map.pdf"), network::mapPdf(plan.board(), Overlay::Status, now)) &&
           write(folder, QStringLiteral("map.graphml"), network::graphMl(plan.board())) &&
           write(folder, QStringLiteral("map.drawio"), network::drawIo(plan.board())) &&
           write(folder, QStringLiteral("map.mmd"), network::mermaid(plan.board())) &&
           write(folder, QStringLiteral("devices.csv"), network::devicesCsv(plan.devices().all())) &&
           write(folder, QStringLiteral("links.csv"),
                 network::linksCsv(plan.links().all(), plan.devices().all()));
}

bool takePictures(const QDir &folder, const QString &word, shell::MainWindow &window)
{
    bool isDone = true;
    for (const char *theme : {"light", "dark"}) {
        window.actions().find(QStringLiteral("theme.") + QLatin1String(theme))->trigger();
        for (const char *page : {"map", "devices", "scans"}) {
            window.showPage(QLatin1String(page));
            QCoreApplication::processEvents();
            const QString name =
                QStringLiteral("%1_%2_%3.png").arg(word, QLatin1String(page), QLatin1String(theme));
            isDone = window.grabPage(QLatin1String(page), size).save(folder.filePath(name)) && isDone;
        }
    }
    return isDone;
}
} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    const auto address = client::readServerAddress(qEnvironmentVariable("BELFRY_URL"));
    if (words.size() != 4 || !address) {
        std::fputs("labwindow FOLDER DEVICES PICTURE, with BELFRY_URL and BELFRY_TOKEN\n", stderr);
        return 2;
    }
    const QDir folder(words.at(1));
    support::ServedWindow served(*address);
    core::SystemClock &clock = served.clock;
    shell::MainWindow &window = served.window;
    window.showPage(QStringLiteral("map"));
    auto *map = window.findChild<network::MapPage *>();
    QTimer looking;
    const std::chrono::milliseconds began = clock.steady();
    QObject::connect(&looking, &QTimer::timeout, &window, [&] {
        network::Plan &plan = map->plan();
        if (plan.devices().all().size() < words.at(2).toInt() || plan.links().all().isEmpty()) {
            if ((clock.steady() - began).count() > patience) {
                std::fprintf(stderr, "%lld devices, %lld links\n", qlonglong(plan.devices().all().size()),
                             qlonglong(plan.links().all().size()));
                QApplication::exit(1);
            }
            return;
        }
        looking.stop();
        map->view().fit();
        const bool isDone = exportMap(folder, plan, clock.now()) && takePictures(folder, words.at(3), window);
        QApplication::exit(isDone ? 0 : 1);
    });
    looking.start(200);
    return QApplication::exec();
}
