"""Smallest Streamlit app with one filter and one chart, with default settings."""

from pathlib import Path

import altair as alt
import pandas as pd
import streamlit as st

trade = pd.read_csv(Path(__file__).parents[2] / "data/tables/trade.csv")
first, last = st.slider("Years", 2018, 2023, (2018, 2023))
st.altair_chart(
    alt.Chart(trade[trade["year"].between(first, last)])
    .mark_bar()
    .encode(x="year:O", y="value:Q", color="indicator:N")
)
