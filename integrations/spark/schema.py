"""A Spark schema out of a JSON Schema, so that what baoshu publishes is the one place where its fields are named."""

from pyspark.sql.types import (
    ArrayType, BooleanType, DataType, DateType, DoubleType, IntegerType, StringType, StructField, StructType,
)

PLAIN = {"string": StringType(), "integer": IntegerType(), "number": DoubleType(), "boolean": BooleanType()}


def struct_of(schema: dict) -> StructType:
    """The struct of an object's schema: baoshu schema table -> file string, year int, value double, ..."""
    return type_of(schema, schema)


def type_of(node: dict, root: dict) -> DataType:
    node = _plain(node, root)
    kind = next((name for name in _listed(node.get("type")) if name != "null"), None)
    if kind == "object":
        fields = node["properties"].items()
        return StructType([StructField(name, type_of(field, root), True) for name, field in fields])
    if kind == "array":
        return ArrayType(type_of(node.get("items") or node["prefixItems"][0], root), True)
    if kind == "string" and node.get("format") == "date":
        return DateType()
    # Codes are listed without a type: "enum": ["up", "down", null]
    return StringType() if kind is None else PLAIN[kind]


def _plain(node: dict, root: dict) -> dict:
    """Follows a $ref, and of "this or null" takes this."""
    while "$ref" in node or "oneOf" in node:
        if "$ref" in node:
            target = root
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        else:
            node = next(one for one in node["oneOf"] if one.get("type") != "null")
    return node


def _listed(kind) -> list:
    return kind if isinstance(kind, list) else [kind]
