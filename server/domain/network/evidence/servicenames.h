// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QHash>
#include <QString>

#include <optional>

namespace network {

/// The names of services by port, as /etc/services has them (services(5)).
class ServiceNames
{
    Q_DECLARE_TR_FUNCTIONS(network::ServiceNames)
public:
    explicit ServiceNames(const QString &path = QStringLiteral("/etc/services"));

    /// "ssh" for 22 and "tcp"; empty for what the file does not name.
    [[nodiscard]] QString name(quint16 port, QStringView protocol) const;
    [[nodiscard]] qsizetype size() const { return m_names.size(); }
    /// Why there are no names; empty: there are.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    void readLine(QByteArrayView line);

    QHash<quint32, QString> m_names;
    QString m_problem;
};

} // namespace network
