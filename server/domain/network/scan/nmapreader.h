// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/error.h"
#include "domain/network/scan/host.h"
#include "domain/network/scan/xmlgate.h"

#include <QXmlStreamReader>

#include <optional>
#include <variant>

namespace network::scan {

/// nmap began.
struct Begun
{
    QString version;
    QString arguments;
    QDateTime at;
};

/// Which ports are looked at, of which protocol.
struct PortsAsked
{
    QString type;
    QString protocol;
    int count = 0;
    QString list;
};

/// A step of nmap's work (ARP Ping Scan, Service scan …) began, went on or ended.
struct Step
{
    enum class What : quint8 { Began, WentOn, Ended };
    What what = What::Began;
    QString name;
    double percent = 0; ///< 100 when it ended
};

/// A host that was found, before its ports are known.
struct Hint
{
    Host host;
};

/// nmap's own last word.
struct Ended
{
    int up = 0;
    int down = 0;
    int total = 0;
    double seconds = 0;
    QString summary;
    bool isSuccess = false;
    QString error;
};

using Item = std::variant<Begun, PortsAsked, Step, Hint, Host, Ended>;

/// Reads nmap's XML as it comes, in pieces of any size. What it cannot trust ends it; what was whole before
/// is kept.
class NmapReader
{
public:
    NmapReader() = default;

    void feed(QByteArrayView bytes);
    /// What has been read since it was last asked.
    [[nodiscard]] QList<Item> take() { return std::exchange(m_items, {}); }
    /// Why it reads no further.
    [[nodiscard]] const std::optional<core::Error> &fault() const { return m_fault; }
    /// Whether nmap wrote to the end.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

private:
    void read();
    void begin();
    void beginOfRun(QStringView name, const QXmlStreamAttributes &attributes);
    void beginOfHost(QStringView name, const QXmlStreamAttributes &attributes);
    void beginOfPort(QStringView name, const QXmlStreamAttributes &attributes);
    void beginOfSystem(QStringView name, const QXmlStreamAttributes &attributes);
    void beginOfWay(QStringView name, const QXmlStreamAttributes &attributes);
    void addAddress(const QXmlStreamAttributes &attributes);
    void addCpe();
    void addScript(const QXmlStreamAttributes &attributes);
    void end();
    void fail(const QString &why);

    XmlGate m_gate;
    QXmlStreamReader m_xml;
    QList<Item> m_items;
    std::optional<core::Error> m_fault;
    std::optional<Host> m_host;
    Ended m_ended;
    QString m_cpe;
    bool m_isHint = false;
    bool m_isInPort = false;
    bool m_isInMatch = false;
    bool m_isInClass = false;
    bool m_isInCpe = false;
    bool m_isRun = false;
    bool m_isComplete = false;
};

} // namespace network::scan
