"""Tables of text and numbers."""

from django.core.exceptions import ValidationError
from wagtail.blocks import BooleanBlock, CharBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockValidationError,
)

CAPTION_NEEDED = "Skriv en tabellrubrik som säger vad tabellen visar."
HEADINGS_NEEDED = "Alla kolumner behöver en rubrik."
NO_ROWS = "Tabellen är tom. Lägg till kolumner och rader, eller ta bort den."


class CellsBlock(TypedTableBlock):
    """The cells of a table. Plain text only: no cell can carry markup or attributes."""

    text = CharBlock(label="Text", required=False, icon="pilcrow")
    number = CharBlock(label="Tal", required=False, icon="order")

    def clean(self, table: TypedTable) -> TypedTable:
        """Ask for what a reader who hears the table needs, once it is to be public."""
        table = super().clean(table)
        if self.is_deferred_validation:
            return table
        missing = []
        if not table.caption.strip():
            missing.append(CAPTION_NEEDED)
        if not table.columns or not table.row_data:
            missing.append(NO_ROWS)
        elif not all(column["heading"].strip() for column in table.columns):
            missing.append(HEADINGS_NEEDED)
        if missing:
            raise TypedTableBlockValidationError(
                non_block_errors=[ValidationError(message) for message in missing]
            )
        return table


class TableBlock(StructBlock):
    """A table with a caption and headings that say what each number is."""

    cells = CellsBlock(label="Tabell")
    first_column_is_heading = BooleanBlock(
        label="Första kolumnen är rubriker",
        required=False,
        default=True,
        help_text="Kryssa i när första kolumnen säger vad raden handlar om.",
    )

    class Meta:
        template = "blocks/table.html"
        icon = "table"
        label = "Tabell"
        description = "En tabell med rubrik, kolumnrubriker och rader."
        form_layout = ["cells", "first_column_is_heading"]
        preview_value = {
            "cells": {
                "columns": [
                    {"type": "text", "heading": "Plats"},
                    {"type": "number", "heading": "Möten"},
                ],
                "rows": [
                    {"values": ["Torget", "4"]},
                    {"values": ["Skolgården", "12"]},
                ],
                "caption": "Antal möten per plats",
            },
            "first_column_is_heading": True,
        }
