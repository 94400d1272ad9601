// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/schemacheck.h"

#include <QJsonDocument>

// Without exceptions valijson aborts where a format is checked on something that is no text.
#define VALIJSON_USE_EXCEPTIONS 1
// valijson's Qt adapter takes whole numbers above 2^31 for no integers; nlohmann's does not.
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace {
nlohmann::json parsed(const QJsonObject &object)
{
    return nlohmann::json::parse(QJsonDocument(object).toJson().toStdString());
}
} // namespace

QString schemaFault(const QJsonObject &schema, const QJsonObject &value)
{
    valijson::Schema rules;
    valijson::SchemaParser parser;
    const nlohmann::json schemaJson = parsed(schema);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schemaJson), rules);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    const nlohmann::json target = parsed(value);
    try {
        if (validator.validate(rules, valijson::adapters::NlohmannJsonAdapter(target), &results))
            return {};
    } catch (const std::exception &failed) {
        return QString::fromUtf8(failed.what());
    }
    QString fault;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        for (const std::string &step : error.context)
            fault += QString::fromStdString(step);
        fault += QStringLiteral(": ") + QString::fromStdString(error.description) + QLatin1Char('\n');
    }
    return fault;
}
