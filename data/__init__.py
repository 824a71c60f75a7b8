"""Data: tables, schemas, loaders and derived values. Imports no Streamlit, Altair or pydeck."""
