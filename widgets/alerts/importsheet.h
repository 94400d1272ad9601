// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertsheet.h"
#include "catalog/silences.h"
#include "client/mirror.h"

namespace alerts {

class MatcherList;

/// Asks which alerts the events of a calendar are to be about.
class ImportSheet final : public AlertSheet
{
    Q_OBJECT
public:
    ImportSheet(client::Mirror &mirror, const QString &file, QWidget *parent);

    [[nodiscard]] QString matchers() const;

private:
    MatcherList *m_matchers;
};

} // namespace alerts
