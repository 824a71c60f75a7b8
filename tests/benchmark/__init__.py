"""Speed of the Atlas beside the smallest Streamlit app with one filter and one chart."""
