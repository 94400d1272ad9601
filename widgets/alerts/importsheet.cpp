// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/importsheet.h"

#include "alerts/matcherlist.h"
#include "kit/label.h"
#include "network/kind.h"

#include <QVBoxLayout>

namespace alerts {

ImportSheet::ImportSheet(client::Mirror &mirror, const QString &file, QWidget *parent)
    : AlertSheet(tr("Import a calendar"), tr("&Import"), parent), m_matchers(new MatcherList(mirror))
{
    setLine(tr("Each event of %1 becomes a maintenance window; those of an earlier import of the same events "
               "are replaced.")
                .arg(network::plainLine(file, 96)));
    body().addWidget(new kit::Label(tr("Alerts of which all of this is true")));
    body().addWidget(m_matchers);
    setReady(false);
    connect(m_matchers, &MatcherList::changed, this, [this] { setReady(m_matchers->flaw().isEmpty()); });
    m_matchers->setMatchers({});
}

QString ImportSheet::matchers() const { return m_matchers->written(); }

} // namespace alerts
