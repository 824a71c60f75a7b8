"""Benchmark of the Atlas against the smallest Streamlit app with one filter and one chart."""
